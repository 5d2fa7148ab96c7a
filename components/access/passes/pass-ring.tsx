/** The countdown ring around the code. Remounted for each code, so that it never animates backwards. */
export function PassRing({ share_left }: { share_left: number }) {
  const frame = { x: 4, y: 4, width: 228, height: 228, rx: 24 };
  return (
    <svg
      viewBox="0 0 236 236"
      fill="none"
      strokeWidth="4"
      strokeLinecap="round"
      aria-hidden="true"
      className="absolute inset-0 size-full"
    >
      <rect {...frame} className="stroke-current opacity-20" />
      <rect
        {...frame}
        pathLength="100"
        strokeDasharray="100 100"
        strokeDashoffset={100 - share_left * 100}
        className="stroke-current transition-[stroke-dashoffset] duration-1000 ease-linear"
      />
    </svg>
  );
}
