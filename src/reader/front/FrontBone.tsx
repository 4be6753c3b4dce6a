/** Stands where a part of the front page will be; what is below it appears when that is here, so nothing moves. */
export function FrontBone() {
  return <div aria-busy="true" className="bone front-bone" />;
}
