/** The code that the system, PostgreSQL or a library gave an error: `ENOENT`, `42501`. Empty when it has none. */
export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '');
