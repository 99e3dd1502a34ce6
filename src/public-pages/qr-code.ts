import { encode } from 'uqr';
import { type Html, html } from '../web/html.ts';

/**
 * An address as a code for the camera of a telephone: a whole `<svg>`, black on white. Round it are the four empty
 * modules that the standard wants (ISO/IEC 18004); a quarter of it may be spoilt, since paper is folded and copied.
 */
export function qrCode(address: string): Html {
  const { data, size } = encode(address, { ecc: 'Q', border: 4 });
  const dark = data.flatMap(strokes).join('');
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path stroke="#000" d="${dark}"/></svg>`;
}

/** The dark modules of a row, those side by side as one stroke so that no seam shows on paper. */
function strokes(row: readonly boolean[], y: number): string[] {
  const modules = row.map((isDark) => (isDark ? '#' : ' ')).join('');
  return [...modules.matchAll(/#+/g)].map(({ index, 0: { length } }) => `M${index} ${y + 0.5}h${length}`);
}
