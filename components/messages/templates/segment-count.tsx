/** The number of SMS segments that a text is billed as. Renders nothing for other channels. */
export function SegmentCount({ segments }: { segments: number | null }) {
  if (segments === null) return null;
  return (
    <p className="text-ink-3">{segments === 1 ? "Billed as 1 text message" : `Billed as ${segments} text messages`}</p>
  );
}
