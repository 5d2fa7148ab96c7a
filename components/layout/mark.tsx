import { initials } from "@/lib/values/person-name";

/** The gym's sign: its logo, or the first sign of its name on the brand's fill. */
export function Mark({ name, logo }: { name: string; logo?: string | null }) {
  return (
    <span className="ly-mark" aria-hidden="true">
      {logo ? (
        // biome-ignore lint/performance/noImgElement: a logo comes in its final size from our own storage
        <img src={logo} alt="" />
      ) : (
        [...initials(name)][0]
      )}
    </span>
  );
}
