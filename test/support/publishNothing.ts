/** A publisher of pictures that has none of them. */
export const publishNothing = () => ({ zh: '不在那里', en: 'is not there' });
