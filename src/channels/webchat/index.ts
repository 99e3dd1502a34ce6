export type { WebchatEntry, WebchatStore } from './store.ts';
export { createWebchatChannel, type WebchatOptions } from './webchat-channel.ts';
