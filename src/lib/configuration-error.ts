/** A wrong setting: the message names the variable and what was expected, never its value. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}
