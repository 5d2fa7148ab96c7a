"use client";

import { useMutation } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { logoOf } from "@/components/layout/logo";
import { Mark } from "@/components/layout/mark";
import { Button } from "@/components/ui/controls/button";
import { Section } from "@/components/ui/data/section";
import { FileDrop } from "@/components/ui/forms/file-drop";
import { useToast } from "@/components/ui/overlays/toast";
import { ApiError, api } from "@/lib/client/api";
import { deleteLogo, putLogo } from "@/lib/contracts/organization/organizations";
import type { OrganizationSettings } from "./organization-form";

export function LogoField({ organization }: { organization: OrganizationSettings }) {
  const router = useRouter();
  const toast = useToast();
  const { id, slug, name, logo_file_id } = organization;
  const showSuccess = (message: string) => () => {
    toast.show({ tone: "good", message });
    router.refresh();
  };
  const onError = (error: Error) => {
    const [fieldError] = error instanceof ApiError ? error.errors : [];
    toast.show({ tone: "bad", message: fieldError ? `The file ${fieldError.message}.` : error.message });
  };
  const put = useMutation({
    mutationFn: (body: File) => api(putLogo, { id }, { organization: slug, body }),
    onSuccess: showSuccess("Logo saved"),
    onError,
  });
  const remove = useMutation({
    mutationFn: () => api(deleteLogo, { id }, { organization: slug }),
    onSuccess: showSuccess("Logo removed"),
    onError,
  });
  return (
    <Section
      title="Logo"
      meta={<span className="text-ink-3">shown in the side bar, on passes and on public pages</span>}
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
