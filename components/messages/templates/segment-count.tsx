/** What a text costs by SMS; nothing on other channels. */
export function SegmentCount({ segments }: { segments: number | null }) {
  if (segments === null) return null;
  return (
    <p className="text-ink-3">{segments === 1 ? "One text message" : `${segments} text messages, each is paid for`}</p>
  );
}
