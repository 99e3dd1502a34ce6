/** The register: every channel stands here, and keeps the same contract. */
import { describeChannel } from './contract.ts';
import { openForContract } from './telegram/rig.ts';

describeChannel('Telegram by webhook', () => openForContract('webhook'));
describeChannel('Telegram by polling', () => openForContract('polling'));
