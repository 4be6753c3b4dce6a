import fc from 'fast-check';
import { isDrill } from './isDrill.ts';

/**
 * fast-check with the same random inputs in every `npm test`, so that a change is judged by what it changed. `npm run
 * drill` takes new ones; what it finds is printed with its seed and becomes a test of its own.
 */
if (!isDrill) fc.configureGlobal({ seed: 1 });

export default fc;
