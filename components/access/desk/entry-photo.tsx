import { Check, X } from "lucide-react";
import { initials } from "@/lib/values/person-name";

interface EntryPhotoProps {
  name: string;
  src: string | null;
  outcome: "admitted" | "denied";
}

/** The member's photo with an icon for the outcome. */
export function EntryPhoto({ name, src, outcome }: EntryPhotoProps) {
  return (
    <div className="desk-photo">
      {src ? (
        // biome-ignore lint/performance/noImgElement: photos are stored in their final size
        <img src={src} alt={`Portrait of ${name}`} />
      ) : (
        <span aria-hidden="true">{initials(name) || "?"}</span>
      )}
      <i aria-hidden="true">{outcome === "admitted" ? <Check /> : <X />}</i>
    </div>
  );
}
