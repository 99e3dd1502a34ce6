/** The real sheets and the real recognition of danger, as `app.ts` puts them together. */
import type { RecogniseCrisis } from '../../../src/conversation/ports.ts';
import type { Library } from '../../../src/knowledge/library.ts';
import { realContent } from '../real-content.ts';

export interface RealKnowledge {
  readonly library: Library;
  readonly recogniseCrisis: RecogniseCrisis;
  readonly slugs: readonly string[];
}

export async function realKnowledge(): Promise<RealKnowledge> {
  const content = await realContent();
  const slugs = content.base().sheets.map(({ slug }) => slug);
  return { library: content.library(), recogniseCrisis: content.core().recogniseCrisis, slugs };
}
