import { initials } from "@/lib/values/person-name";

/** The gym's logo, or the first letter of its name on the brand colour. */
export function Mark({ name, logo }: { name: string; logo?: string | null }) {
  return (
    <span className="ly-mark" aria-hidden="true">
      {logo ? (
        // biome-ignore lint/performance/noImgElement: logos are stored in their final size
        <img src={logo} alt="" />
      ) : (
        [...initials(name)][0]
      )}
    </span>
  );
}
