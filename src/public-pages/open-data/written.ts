/** A field that is there only when it says something. */
export function written<Key extends string>(
  key: Key,
  text: string | null | undefined,
): { readonly [Name in Key]?: string } {
  return text === null || text === undefined || text === ''
    ? {}
    : ({ [key]: text } as { readonly [Name in Key]?: string });
}

/** What is there of some texts, as one. */
export function joined(texts: readonly (string | null | undefined)[]): string {
  return texts.filter((text) => typeof text === 'string' && text !== '').join(', ');
}
