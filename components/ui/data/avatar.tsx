import { classNames } from "@/components/ui/class-names";
import { initials } from "@/lib/values/person-name";

interface AvatarProps {
  name: string;
  src?: string | null;
  size?: "xs" | "sm" | "md" | "lg" | "desk" | "xl";
  /** Set if the name is not shown next to the avatar. */
  labelled?: boolean;
  className?: string;
}

export function Avatar({ name, src, size = "sm", labelled = false, className }: AvatarProps) {
  const label = labelled ? { role: "img", "aria-label": name } : { "aria-hidden": true };
  return (
    <span className={classNames("ui-avatar", className)} data-size={size} {...label}>
      {src ? (
        // biome-ignore lint/performance/noImgElement: photos are stored in their final size
        <img src={src} alt="" loading="lazy" decoding="async" />
      ) : (
        initials(name) || "?"
      )}
    </span>
  );
}
