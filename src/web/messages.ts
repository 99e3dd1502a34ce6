/** What every public page says round its content. */
export const WEB_MESSAGES = {
  service: 'Segretariato Sociale',
  serviceOf: (ambito: string) => `Segretariato Sociale · Ambito di ${ambito}`,
  skipToContent: 'Vai al contenuto',
  skipLinks: 'Scorciatoie',
  danger: 'In pericolo?',
  callEmergency: 'Chiama il 112',
  mainMenu: 'Menu',
  home: 'Inizio',
  services: 'Servizi',
  chat: 'Scrivi all’assistente',
  privacy: 'Privacy',
  accessibility: 'Accessibilità',
  footerLinks: 'Informazioni su questo sito',
  footerText: 'È gratis. È un servizio dei Comuni dell’Ambito.',
  breadcrumb: 'Dove sei',
} as const;
