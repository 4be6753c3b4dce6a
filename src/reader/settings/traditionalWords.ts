import characters from 'opencc-js/dict/STCharacters';
import phrases from 'opencc-js/dict/STPhrases';
import morePhrases from 'opencc-js/dict/STPhrases_GeneratedFromRegionalPhrases';
import variants from 'opencc-js/dict/TWVariants';
import variantPhrases from 'opencc-js/dict/TWVariantsPhrases';
import { ownPhrases } from './ownPhrases.ts';

/**
 * What OpenCC needs from simplified characters to the traditional ones as screens in Taiwan show them (裡, 為); words
 * stay the mainland's.
 */
export default [
  [ownPhrases, phrases, morePhrases, characters],
  [variantPhrases, variants],
];
