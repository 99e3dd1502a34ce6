/** How the Bot API can fail a caller. `cut-after-accepting`: the call took effect, its answer is lost. */
export type Misbehaviour =
  | { readonly kind: 'too-many'; readonly retryAfter?: number }
  | { readonly kind: 'refuse'; readonly status: number; readonly description: string }
  | { readonly kind: 'bad-gateway' }
  | { readonly kind: 'not-json'; readonly status?: number }
  | { readonly kind: 'hang' }
  | { readonly kind: 'cut-before' }
  | { readonly kind: 'cut-after-accepting' };

export const BLOCKED: Misbehaviour = {
  kind: 'refuse',
  status: 403,
  description: 'Forbidden: bot was blocked by the user',
};
export const DEACTIVATED: Misbehaviour = {
  kind: 'refuse',
  status: 403,
  description: 'Forbidden: user is deactivated',
};
export const CHAT_NOT_FOUND: Misbehaviour = {
  kind: 'refuse',
  status: 400,
  description: 'Bad Request: chat not found',
};
export const BAD_ENTITIES: Misbehaviour = {
  kind: 'refuse',
  status: 400,
  description: 'Bad Request: can\'t parse entities: Unsupported start tag "rossi" at byte offset 4',
};
export const UNAUTHORIZED: Misbehaviour = { kind: 'refuse', status: 401, description: 'Unauthorized' };
export const CONFLICT: Misbehaviour = {
  kind: 'refuse',
  status: 409,
  description:
    'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
};

/** The faults that a load run draws from, by the name given in its settings. */
export const BY_NAME: Readonly<Record<string, Misbehaviour>> = {
  'too-many': { kind: 'too-many', retryAfter: 1 },
  'bad-gateway': { kind: 'bad-gateway' },
  'cut-before': { kind: 'cut-before' },
  'cut-after-accepting': { kind: 'cut-after-accepting' },
  hang: { kind: 'hang' },
  blocked: BLOCKED,
};
