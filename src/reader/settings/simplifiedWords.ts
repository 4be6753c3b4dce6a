import characters from 'opencc-js/dict/TSCharacters';
import phrases from 'opencc-js/dict/TSPhrases';

/** What OpenCC needs from traditional to simplified characters. */
export default [[phrases, characters]];
