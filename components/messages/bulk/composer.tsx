"use client";

import { useMutation } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useForm } from "react-hook-form";
import { Button, ButtonLink } from "@/components/ui/controls/button";
import { Skeleton } from "@/components/ui/data/skeleton";
import { FormError } from "@/components/ui/forms/form-error";
import { schemaOnDemand } from "@/components/ui/forms/schema-on-demand";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { api } from "@/lib/client/api";
import { createBulk } from "@/lib/client/endpoints/messages";
import type { LocaleContext } from "@/lib/client/format";
import { memberCountText } from "./bulk";
import { BulkTextPreview } from "./bulk-text-preview";
import { ComposerFields } from "./composer-fields";
import { type ComposerOutput, type ComposerValues, composerStart, toBulkInput } from "./composer-values";
import { type Audience, useBulkPreview } from "./use-bulk-preview";

const NoSummary = () => <Skeleton className="h-10 w-40" />;

/** Loaded with the first answer of the preview. */
const RecipientSummary = dynamic(() => import("./recipient-summary").then((module) => module.RecipientSummary), {
  loading: NoSummary,
});

const schema = () => import("./composer-schema").then(({ composerShape }) => composerShape);

interface ComposerProps {
  organization: string;
  audience: Audience;
  /** The audience fields. The audience is stored in the URL, so the page renders them. */
  children: ReactNode;
  localeContext: LocaleContext;
  location_name: string;
  earliest: string;
  /** The path of the bulk message list. */
  base: string;
}

export function Composer({
  organization,
  audience,
  children,
  localeContext,
  location_name,
  earliest,
  base,
}: ComposerProps) {
  const router = useRouter();
  const form = useForm<ComposerValues, unknown, ComposerOutput>({
    resolver: schemaOnDemand(schema),
    defaultValues: composerStart,
  });
  const values = form.watch();
  const preview = useBulkPreview(organization, audience, values, localeContext.time_zone);
  const send = useMutation({
    mutationFn: async (output: ComposerOutput) =>
      api(createBulk, { ...audience, ...(await toBulkInput(output, localeContext.time_zone)) }, { organization }),
    onSuccess: ({ id }) => {
      router.push(`${base}/${id}`);
      router.refresh();
    },
    onError: (error) => showFormErrors(error, form.setError, Object.keys(composerStart) as (keyof ComposerValues)[]),
  });
  const recipients = preview.data?.recipients ?? 0;
  const is_stale = preview.isPlaceholderData || preview.isFetching;
  const submitVerb = values.when === "now" ? "Send to" : "Schedule for";
  return (
    <form
      noValidate
      // Enter in a field must not send to hundreds of members. Only the button submits.
      onSubmit={(event) => event.preventDefault()}
      className="flex min-h-0 flex-1 flex-col"
      aria-label="Bulk message"
    >
      <div className="grid flex-1 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="px-gutter py-5">
          <div className="max-w-160">
            {form.formState.errors.root ? (
              <div className="mb-5">
                <FormError message={form.formState.errors.root.message} />
              </div>
            ) : null}
            <ComposerFields form={form} audience={children} location_name={location_name} earliest={earliest} />
          </div>
        </div>
        <aside
          aria-label="Preview and recipients"
          className="flex flex-col gap-6 border-line bg-surface-2 px-gutter py-5 max-lg:border-t lg:border-l"
        >
          {preview.data || preview.error ? (
            <RecipientSummary
              preview={preview.data}
              error={preview.error}
              is_stale={is_stale}
              localeContext={localeContext}
            />
          ) : (
            <NoSummary />
          )}
          <BulkTextPreview organization={organization} values={values} sample={preview.data?.sample ?? null} />
        </aside>
      </div>
      <div className="sticky bottom-0 z-1 flex items-center justify-end gap-2 border-line border-t bg-surface px-gutter py-3 max-md:static">
        <ButtonLink href={base} size="lg">
          Cancel
        </ButtonLink>
        <Button
          variant="primary"
          size="lg"
          onClick={form.handleSubmit((output) => send.mutate(output))}
          busy={send.isPending || send.isSuccess}
          disabled={recipients === 0 || is_stale}
        >
          {recipients === 0 ? "No recipients" : `${submitVerb} ${memberCountText(recipients, localeContext.locale)}`}
        </Button>
      </div>
    </form>
  );
}
