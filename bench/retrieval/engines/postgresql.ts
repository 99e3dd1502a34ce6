/** PostgreSQL's full-text search on a real server: any of the question's words, four weights, its two ranks. */
import pg from 'pg';
import { z } from 'zod';
import { freshServerDatabase, SERVER_URL } from '../../support/postgres.ts';
import { type Engine, type Field, MOST, type Setting, type SheetDocument } from '../engine.ts';
import { OURS, PLAIN } from '../italian.ts';

/** PostgreSQL has four labels for the parts of a text. */
const LABELS: readonly { readonly label: string; readonly fields: readonly Field[] }[] = [
  { label: 'A', fields: ['title', 'words'] },
  { label: 'B', fields: ['topics', 'summary', 'short'] },
  { label: 'C', fields: ['requests', 'expressions'] },
  { label: 'D', fields: ['sections'] },
];

type Rank = 'ts_rank_cd' | 'ts_rank';
/** Of D, C, B and A, in PostgreSQL's order. */
type LabelWeights = readonly [number, number, number, number];
/** Its own Italian; or our stems, and no more rules. */
type Configuration = 'italian' | 'simple';

const ITS_DEFAULT: LabelWeights = [0.1, 0.2, 0.4, 1];
const MORE_REQUESTS: LabelWeights = [0.1, 1, 0.4, 1];
const ALIKE: LabelWeights = [1, 1, 1, 1];

/** Cover density: how near to each other the words stand. Its normalisation 4 divides by their distance. */
export const coverDensity = engine('ts_rank_cd', [
  [ITS_DEFAULT, 0, 'italian'],
  [ITS_DEFAULT, 4, 'italian'],
  [MORE_REQUESTS, 4, 'italian'],
  [ALIKE, 4, 'italian'],
  [MORE_REQUESTS, 4, 'simple'],
  [ALIKE, 4, 'simple'],
]);

/** How often the words occur. Its normalisation 1 divides by the logarithm of the length. */
export const frequency = engine('ts_rank', [
  [ITS_DEFAULT, 0, 'italian'],
  [ITS_DEFAULT, 1, 'italian'],
  [MORE_REQUESTS, 1, 'italian'],
  [ITS_DEFAULT, 1, 'simple'],
  [MORE_REQUESTS, 1, 'simple'],
]);

const Rows = z.array(z.object({ slug: z.string() }));

function engine(rank: Rank, settings: readonly (readonly [LabelWeights, number, Configuration])[]): Engine {
  return {
    name: `PostgreSQL ${rank}`,
    settings: settings.map((one) => setting(rank, ...one)),
    absence: async () => (SERVER_URL === null ? 'it wants a PostgreSQL server (TEST_DATABASE_URL)' : null),
  };
}

function setting(
  rank: Rank,
  weights: LabelWeights,
  normalisation: number,
  configuration: Configuration,
): Setting {
  const analysis = configuration === 'simple' ? OURS : PLAIN;
  const text = `SELECT slug FROM sheet, websearch_to_tsquery('${configuration}', $1) AS query WHERE vector @@ query
    ORDER BY ${rank}($2::float4[], vector, query, $3) DESC, slug LIMIT ${MOST}`;
  return {
    words: [
      `weights of D, C, B, A {${weights.join(', ')}}`,
      `normalisation ${normalisation}`,
      configuration === 'simple' ? 'simple with our stems' : 'italian',
    ].join('; '),
    open: async ({ documents }) => {
      const { url, drop } = await freshServerDatabase();
      const client = new pg.Client({ connectionString: url });
      const close = async (): Promise<void> => {
        await client.end();
        await drop();
      };
      try {
        await client.connect();
        await store(client, documents, configuration);
      } catch (error) {
        await close();
        throw error;
      }
      const find = async (question: string): Promise<string[]> => {
        const any = analysis.of(question).map((word) => `"${word}"`);
        const values = [any.join(' or '), weights, normalisation];
        const { rows } = await client.query({ name: 'find', text, values });
        return Rows.parse(rows).map(({ slug }) => slug);
      };
      return { find, close };
    },
  };
}

async function store(
  client: pg.Client,
  documents: readonly SheetDocument[],
  configuration: Configuration,
): Promise<void> {
  const analysis = configuration === 'simple' ? OURS : PLAIN;
  const vector = LABELS.map(
    ({ label }, place) => `setweight(to_tsvector('${configuration}', $${place + 2}), '${label}')`,
  );
  await client.query('CREATE TABLE sheet (slug text PRIMARY KEY, vector tsvector NOT NULL)');
  for (const { slug, fields } of documents) {
    const texts = LABELS.map((one) => one.fields.flatMap((field) => analysis.of(fields[field])).join(' '));
    await client.query(`INSERT INTO sheet VALUES ($1, ${vector.join(' || ')})`, [slug, ...texts]);
  }
  await client.query('CREATE INDEX ON sheet USING gin (vector)');
  await client.query('ANALYZE sheet');
}
