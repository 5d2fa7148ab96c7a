"use client";

import { Trash2 } from "lucide-react";
import { logoOf } from "@/components/layout/logo";
import { Mark } from "@/components/layout/mark";
import { useImageMutations } from "@/components/organization/stored-images/use-image-mutations";
import { Button } from "@/components/ui/controls/button";
import { Section } from "@/components/ui/data/section";
import { FileDrop } from "@/components/ui/forms/file-drop";
import { api } from "@/lib/client/api";
import { deleteLogo, putLogo } from "@/lib/client/endpoints/organization";
import type { OrganizationSettings } from "./organization-form";

export function LogoField({ organization }: { organization: OrganizationSettings }) {
  const { id, slug, name, logo_file_id } = organization;
  const { put, remove } = useImageMutations(
    {
      put: (body) => api(putLogo, { id }, { organization: slug, body }),
      remove: () => api(deleteLogo, { id }, { organization: slug }),
    },
    { put: "Logo saved", removed: "Logo removed" },
  );
  return (
    <Section
      title="Logo"
      meta={<span className="text-ink-3">shown in the sidebar, on passes and on public pages</span>}
    >
      <div className="mt-2 flex flex-wrap items-center gap-5">
        <span className="[&>*]:size-16 [&>*]:text-26">
          <Mark name={name} logo={logoOf(organization)} />
        </span>
        <FileDrop
          className="min-w-60 flex-1 sm:max-w-90"
          label={put.isPending ? "Uploading file" : "Choose an image or drop it here"}
          hint="PNG, JPEG or WebP, up to 2 MB. Square images work best"
          accept="image/png,image/jpeg,image/webp"
          max_bytes={2 * 1024 * 1024}
          disabled={put.isPending}
          onFiles={([file]) => file && put.mutate(file)}
        />
        {logo_file_id ? (
          <Button
            variant="quiet"
            icon={<Trash2 aria-hidden="true" />}
            busy={remove.isPending}
            onClick={() => remove.mutate()}
          >
            Remove
          </Button>
        ) : null}
      </div>
    </Section>
  );
}
