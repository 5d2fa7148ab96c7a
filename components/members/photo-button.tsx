"use client";

import { Camera, Trash2 } from "lucide-react";
import { useRef } from "react";
import { useImageMutations } from "@/components/organization/stored-images/use-image-mutations";
import { Avatar } from "@/components/ui/data/avatar";
import { Spinner } from "@/components/ui/data/spinner";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { deletePhoto, putPhoto } from "@/lib/client/endpoints/members";

interface PhotoButtonProps {
  organization: string;
  member: { id: string; photo_url: string | null };
  name: string;
}

const accepted = putPhoto.upload?.content_types ?? [];
const maxBytes = putPhoto.upload?.max_bytes ?? 0;

/** The photo as a button: opens the file dialog, or a menu if there is a photo. */
export function PhotoButton({ organization, member, name }: PhotoButtonProps) {
  const field = useRef<HTMLInputElement>(null);
  const toast = useToast();
  const { put, remove } = useImageMutations(
    {
      put: (body) => api(putPhoto, { id: member.id }, { organization, body }),
      remove: () => api(deletePhoto, { id: member.id }, { organization }),
    },
    { put: "Photo saved", removed: "Photo removed" },
  );
  const choose = () => field.current?.click();
  const picture = put.isPending ? <Spinner /> : <Avatar name={name} src={member.photo_url} size="xl" />;
  const look = "relative grid size-16 flex-none place-items-center rounded-dialog hover:opacity-85";
  return (
    <>
      {member.photo_url ? (
        <Menu label={`Photo of ${name}`} iconOnly triggerClassName={look} trigger={picture}>
          <MenuItem icon={<Camera aria-hidden="true" />} onSelect={choose}>
            Change photo
          </MenuItem>
          <MenuItem icon={<Trash2 aria-hidden="true" />} tone="bad" onSelect={() => remove.mutate()}>
            Remove photo
          </MenuItem>
        </Menu>
      ) : (
        <button type="button" className={look} aria-label={`Add a photo of ${name}`} title="Add photo" onClick={choose}>
          {picture}
        </button>
      )}
      <input
        ref={field}
        type="file"
        accept={accepted.join(",")}
        className="hidden"
        aria-label={`Photo of ${name}`}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = "";
          if (!file) return;
          if (file.size > maxBytes)
            toast.show({ tone: "bad", message: "The photo is larger than 5 MB. Choose a smaller one." });
          else put.mutate(file);
        }}
      />
    </>
  );
}
