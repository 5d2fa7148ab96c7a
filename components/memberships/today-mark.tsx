/** "Today" above a bar of a membership, with a line through it. At the ends of the bar the word stays inside. */
export function TodayMark({ percent }: { percent: number }) {
  return (
    <span className="absolute -top-6 text-12 text-ink" style={{ left: `${percent}%` }}>
      <b className="absolute whitespace-nowrap font-strong" style={{ transform: `translateX(-${percent}%)` }}>
        Today
      </b>
      <i className="absolute top-5 h-7 w-0.5 bg-ink" />
    </span>
  );
}
