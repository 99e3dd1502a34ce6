/**
 * A real browser for tests: the machine's Chromium, or else the one that comes with the dev dependencies.
 * `TEST_BROWSER=package` forces the latter; `TEST_BROWSER=/path/to/chrome` takes another.
 */
import { access, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const SYSTEM_BROWSER = '/usr/bin/chromium';
const FONTS = 'segretariato-fonts.conf';
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a browser; the caller closes it. Rejects with what to do when none can start. */
export async function launchBrowser(): Promise<Browser> {
  const wanted = process.env.TEST_BROWSER ?? '';
  if (wanted !== '' && wanted !== 'package') return launch(wanted, {});
  if (wanted === '' && (await exists(SYSTEM_BROWSER))) return launch(SYSTEM_BROWSER, {});
  const folder = await unpackedBrowser();
  return launch(join(folder, 'chromium'), {
    // Its own fonts and libraries, for machines that have none.
    FONTCONFIG_FILE: join(folder, FONTS),
    LD_LIBRARY_PATH: [process.env.LD_LIBRARY_PATH, join(folder, 'al2023/lib')].filter(Boolean).join(':'),
  });
}

async function launch(executablePath: string, environment: Record<string, string>): Promise<Browser> {
  try {
    return await chromium.launch({
      executablePath,
      headless: true,
      args: ARGUMENTS,
      env: { ...definedEnvironment(), ...environment },
    });
  } catch (error) {
    throw new Error(`No browser for the tests could start from ${executablePath}; install Chromium`, {
      cause: error,
    });
  }
}

/**
 * The packaged browser, unpacked once a machine and version. It is unpacked aside and then renamed, so that two
 * test workers never see half of it.
 */
async function unpackedBrowser(): Promise<string> {
  const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const target = join(tmpdir(), `segretariato-browser-${version}`);
  if (await exists(join(target, FONTS))) return target;
  const aside = await mkdtemp(join(tmpdir(), 'segretariato-browser-'));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = aside;
  try {
    const { default: packaged, inflate } = await import('@sparticuz/chromium');
    await packaged.executablePath();
    await inflate(join(packageFolder, 'bin/al2023.tar.br'));
    await writeFile(join(aside, FONTS), fontsOf(target));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  try {
    await rename(aside, target);
  } catch (error) {
    // Another worker was quicker.
    await rm(aside, { recursive: true, force: true });
    if (!(await exists(join(target, FONTS)))) throw error;
  }
  return target;
}

/** The package's own settings look for fonts where it does not unpack them; Chromium stops when it finds none at all. */
function fontsOf(folder: string): string {
  const places = [join(folder, 'fonts'), '/usr/share/fonts'].map((place) => `<dir>${place}</dir>`).join('');
  return `<?xml version="1.0"?>\n<fontconfig>${places}<cachedir>${join(folder, 'cache')}</cachedir></fontconfig>\n`;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
