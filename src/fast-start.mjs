/** Keeps compiled code from one start to the next. Plain JavaScript, loaded before all else: not even the reader of TypeScript need start then. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'sourcebook'));
