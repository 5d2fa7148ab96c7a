/** A drawing of a barbell plate, cropped by the edge of the panel. */
export function Plate() {
  return (
    <svg viewBox="0 0 900 900" fill="none" stroke="currentColor" aria-hidden="true">
      <circle cx="450" cy="450" r="418" strokeWidth="58" />
      <circle cx="450" cy="450" r="350" strokeWidth="6" />
      <circle cx="450" cy="450" r="300" strokeWidth="34" />
      <circle cx="450" cy="450" r="148" strokeWidth="6" />
      <circle cx="450" cy="450" r="96" strokeWidth="44" />
      <path d="M450 184v82M450 634v82M184 450h82M634 450h82" strokeWidth="34" strokeLinecap="round" />
    </svg>
  );
}
