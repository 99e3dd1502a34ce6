/** The licence of the texts (criterion C.SI.3.4), named in every export. */
export const LICENCE = {
  id: 'CC-BY-4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const;
