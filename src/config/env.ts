/** The names of the variables, nowhere else: meanings are in `config.ts`. `.env.example` lists them in this order. */
export interface Variable {
  readonly name: string;
  /** One line for `.env.example` and error messages: what it is and what is expected. */
  readonly describe: string;
  readonly default?: string;
}

export const VARIABLES = [
  { name: 'HOST', describe: 'address to listen on', default: '127.0.0.1' },
  { name: 'PORT', describe: 'port to listen on, 0-65535 (0 = any free one)', default: '3000' },
  {
    name: 'PUBLIC_URL',
    describe: 'address citizens reach this server at, https:// in production; unset = http://HOST:PORT',
  },
  { name: 'DATA_DIR', describe: 'folder of the embedded database and of the vault key', default: './data' },
  {
    name: 'DATABASE_URL',
    describe: 'postgresql://… of a PostgreSQL server; unset = embedded database in DATA_DIR',
  },
  {
    name: 'VAULT_KEY',
    describe:
      '32 bytes in base64 or hex that seal the texts; unset = DATA_DIR/vault.key, made at the first start',
  },
  { name: 'LOG_LEVEL', describe: 'fatal, error, warn, info, debug, trace or silent', default: 'info' },
  { name: 'TELEGRAM_BOT_TOKEN', describe: 'token of the bot from @BotFather; unset = Telegram is off' },
  { name: 'TELEGRAM_MODE', describe: 'webhook or polling', default: 'webhook' },
  {
    name: 'TELEGRAM_WEBHOOK_SECRET',
    describe: '1-256 letters, digits, _ or -; required in webhook mode',
  },
  { name: 'TELEGRAM_API_ROOT', describe: 'root of the Bot API', default: 'https://api.telegram.org' },
  {
    name: 'WEBCHAT_EMBED_ORIGINS',
    describe: 'https:// origins, separated by commas, of the sites that may embed the web chat',
  },
  {
    name: 'NOTICE_CONTROLLER',
    describe: 'privacy notice: name of the controller (titolare), as the Ambito writes it',
  },
  { name: 'NOTICE_CONTACT', describe: 'privacy notice: how to reach the controller' },
  { name: 'NOTICE_DPO', describe: 'privacy notice: how to reach the data protection officer' },
] as const satisfies readonly Variable[];

export type VariableName = (typeof VARIABLES)[number]['name'];

/** The variables that are set and not empty; this is the only place that reads the process's environment. */
export function readEnvironment(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Partial<Record<VariableName, string>> {
  const values: Partial<Record<VariableName, string>> = {};
  for (const variable of VARIABLES) {
    const value = environment[variable.name]?.trim();
    if (value !== undefined && value !== '') values[variable.name] = value;
    else if ('default' in variable) values[variable.name] = variable.default;
  }
  return values;
}
