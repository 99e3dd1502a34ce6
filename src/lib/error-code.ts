/** Whether what was thrown is the system's error of this code ("ENOENT"). */
export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
