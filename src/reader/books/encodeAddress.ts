/**
 * Writes an address with the signs alone that RFC 3986 knows: browsers take others too, and checkers of books refuse
 * them.
 */
export function encodeAddress(address: string): string {
  return address
    .replace(/\p{Surrogate}/gu, '')
    .trim()
    .replace(/%(?![\da-f]{2})/gi, '%25')
    .replace(/[^\w\-.~:/?#@!$&'()*+,;=%]/gu, (sign) => encodeURIComponent(sign))
    .replace(/(#.*?)#/g, '$1%23');
}
