/** OpenCC's dictionaries come without types: pairs of a traditional and a simplified character, `國 国|後 后|…`. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}
