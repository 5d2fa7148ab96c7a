"use client";

import { useMutation } from "@tanstack/react-query";
import { Camera, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { Avatar } from "@/components/ui/data/avatar";
import { Spinner } from "@/components/ui/data/spinner";
import { Menu, MenuItem } from "@/components/ui/overlays/menu";
import { useToast } from "@/components/ui/overlays/toast";
import { ApiError, api } from "@/lib/client/api";
import { deletePhoto, putPhoto } from "@/lib/contracts/members/member-photos";

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
  const router = useRouter();
  const toast = useToast();
  const showSuccess = (message: string) => () => {
    toast.show({ tone: "good", message });
    router.refresh();
  };
  const showError = (error: Error) => {
    const [fieldError] = error instanceof ApiError ? error.errors : [];
    toast.show({ tone: "bad", message: fieldError ? `The file ${fieldError.message}.` : error.message });
  };
  const put = useMutation({
    mutationFn: (body: File) => api(putPhoto, { id: member.id }, { organization, body }),
    onSuccess: showSuccess("Photo saved"),
    onError: showError,
  });
  const remove = useMutation({
    mutationFn: () => api(deletePhoto, { id: member.id }, { organization }),
    onSuccess: showSuccess("Photo removed"),
    onError: showError,
  });
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
