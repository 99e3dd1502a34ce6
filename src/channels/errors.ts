export { ConfigurationError } from '../lib/configuration-error.ts';
