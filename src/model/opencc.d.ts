/** OpenCC's dictionaries come without types: pairs of a source and its replacement, `后 後|发 發|…`. */
declare module 'opencc-js/dict/*' {
  const pairs: string;
  export default pairs;
}
