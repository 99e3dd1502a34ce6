import { readAsset } from '../../web/assets.ts';
import { WEBCHAT_MESSAGES } from './messages.ts';

/** The script that other sites include, with its words filled in. */
export function embedScript(): string {
  return readAsset('embed.js').replace('__MESSAGES__', () => JSON.stringify(WEBCHAT_MESSAGES.embed));
}

/** Origins as a policy wants them; throws for one that is not `https://host` or `http://host`. */
export function checkedOrigins(origins: readonly string[]): string[] {
  return origins.map((origin) => {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin || !/^https?:/.test(origin)) {
      throw new Error(`"${origin}" is not an origin: write it as https://www.example.it, without a path`);
    }
    return origin;
  });
}
