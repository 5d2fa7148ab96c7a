"use client";

import { useMutation } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/controls/button";
import { Badge } from "@/components/ui/data/badge";
import { Combobox } from "@/components/ui/forms/combobox";
import { Popover } from "@/components/ui/overlays/popover";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import { updateMember } from "@/lib/client/endpoints/members";

interface TagsSectionProps {
  organization: string;
  member: { id: string; tags: readonly string[] };
  /** All tags in use, as options. */
  known: readonly string[];
  canEdit: boolean;
}

export function TagsSection({ organization, member, known, canEdit }: TagsSectionProps) {
  const router = useRouter();
  const toast = useToast();
  const write = useMutation({
    mutationFn: (tags: string[]) => api(updateMember, { id: member.id, tags }, { organization }),
    onSuccess: () => router.refresh(),
    onError: (error) => toast.show({ tone: "bad", message: error.message }),
  });
  const shown = write.isPending ? write.variables : member.tags;
  const add = (tag: string) => {
    const clean = tag.replaceAll(",", " ").trim();
    if (clean && !shown.includes(clean)) write.mutate([...shown, clean]);
  };
  return (
    <ul className="flex flex-wrap items-center gap-1" aria-label="Tags">
      {shown.map((tag) => (
        <li key={tag}>
          <Badge>
            {tag}
            {canEdit ? (
              <button
                type="button"
                aria-label={`Remove tag ${tag}`}
                className="-mr-1 ml-0.5 grid size-4 place-items-center rounded-badge text-ink-3 hover:bg-surface-3 hover:text-ink touch:size-8"
                onClick={() => write.mutate(shown.filter((one) => one !== tag))}
              >
                <X aria-hidden="true" className="size-3" />
              </button>
            ) : null}
          </Badge>
        </li>
      ))}
      {shown.length === 0 && !canEdit ? <li className="text-ink-3">None</li> : null}
      {canEdit ? (
        <li>
          <Popover
            label="Add tag"
            iconOnly={shown.length > 0}
            size="sm"
            variant="quiet"
            align="end"
            trigger={
              <>
                <Plus aria-hidden="true" />
                {shown.length > 0 ? null : "Add tag"}
              </>
            }
          >
            {(close) => (
              <TagChoice
                known={known.filter((tag) => !shown.includes(tag))}
                onChoose={(tag) => {
                  close();
                  add(tag);
                }}
                onCancel={close}
              />
            )}
          </Popover>
        </li>
      ) : null}
    </ul>
  );
}

type TagChoiceProps = { known: readonly string[]; onChoose: (tag: string) => void; onCancel: () => void };

function TagChoice({ known, onChoose, onCancel }: TagChoiceProps) {
  return (
    <div className="flex w-64 flex-col gap-2">
      <Combobox
        aria-label="Tag"
        options={known.map((tag) => ({ value: tag, label: tag }))}
        onValueChange={(chosen) => chosen && onChoose(chosen.value)}
        create={{ label: (term) => `New tag “${term}”`, onCreate: onChoose }}
        placeholder="Evening lifters"
      />
      <Button size="sm" variant="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
