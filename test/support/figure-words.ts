/** How figures are said: the repository's own words. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { FigureWordsFile } from '../../src/knowledge/figure-words.ts';

export const FIGURE_WORDS = FigureWordsFile.parse(parse(readFileSync('knowledge/figure-words.yaml', 'utf8')));
