import { dependants } from './it/dependants.ts';
import { despair } from './it/despair.ts';
import { guards } from './it/guards.ts';
import { harm } from './it/harm.ts';
import { health } from './it/health.ts';
import { people } from './it/people.ts';
import { signs } from './it/signs.ts';
import { want } from './it/want.ts';
import type { LanguageLexicon } from './lexicon.ts';

/** Italian, also as written in haste, by who is learning it, and with southern forms. */
export const italian: LanguageLexicon = {
  language: 'it',
  fillers:
    'davvero proprio veramente quasi ormai pure solo soltanto già giusto tipo cioè boh vabbè purtroppo praticamente addirittura sinceramente',
  ordinary:
    'merito strana strano strane parte partita partite marita tavola mattina mattino bagnare comune comuni mandata cartina picchio picco vincere servire scrivere avere ridere credere piccolo piccola piccoli minori minore maggiore ammasso correre perdono lividori botteghe tagliando tagliandi taglio tagli iscritto perso spedire spedito sparare sfrutta frutta tratta trattata trattato vicina fratture dormire norma buttato chiesto chiese chiedo chieda chiede picciotto mangiare muoio andate andare mandare soffrire offrire morale morali moria scadere scaduta scaduto cadenza accadere sociale lascito affitto tocca toccava mancata bambola caduto pestare resta restare testare vestire aperta coperta gradire grasso regalo uscita uscite riuscita riuscito casa cassa comparire sparito presidi prendere rendere spendere calci calcio pugno rifiuto rifiuti rifiutato assegno assegni armadio armati minacciano pensione pensioni tensione mensione pensano passano abbassato abbassata abbassano abbassare buca',
  /** Participles and imperfects: what has happened or used to happen. */
  pastForm: /(?:[aiu]t|ott|rott|s|st|rt|nt|eg|lt|ms)[oaie]$|[aei]va(?:no|mo)?$|^er[ao](?:no)?$/,
  common:
    "il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla in nel nella nei con col su sul sulla per x tra fra e ed o ma se che ke k chi cui non nn come quando dove perché xke xké anche mi ti si ci vi ne me te sé lui lei noi voi loro io tu mio mia miei mie suo sua questo questa quello quella sono è sei siamo siete ho hai ha abbiamo avete hanno era ero stato stata sta sto più c'è cosa tutto tutti già ancora solo posso può fare fa devo vorrei voglio",
  cues: { ...guards, ...people, ...despair, ...harm, ...health, ...dependants, ...want, ...signs },
};
