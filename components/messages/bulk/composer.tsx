"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useForm } from "react-hook-form";
import { Button, ButtonLink } from "@/components/ui/controls/button";
import { FormRefusal } from "@/components/ui/forms/form-refusal";
import { showRefusal } from "@/components/ui/forms/show-refusal";
import { api } from "@/lib/client/api";
import type { Place } from "@/lib/client/format";
import { createBulk } from "@/lib/contracts/messages/notification-bulk";
import { peopleWords } from "./bulk";
import { ComposerFields } from "./composer-fields";
import { type ComposerOutput, type ComposerValues, composerShape, composerStart, toBulkWords } from "./composer-values";
import { HowItReads } from "./how-it-reads";
import { type Audience, useBulkPreview } from "./use-preview";
import { WhoGetsIt } from "./who-gets-it";

interface ComposerProps {
  organization: string;
  audience: Audience;
  /** How the audience is chosen: it stands in the address, so the page draws it. */
  children: ReactNode;
  place: Place;
  location_name: string;
  earliest: string;
  /** The list of bulk messages. */
  base: string;
}

export function Composer({ organization, audience, children, place, location_name, earliest, base }: ComposerProps) {
  const router = useRouter();
  const form = useForm<ComposerValues, unknown, ComposerOutput>({
    resolver: zodResolver(composerShape),
    defaultValues: composerStart,
  });
  const values = form.watch();
  const preview = useBulkPreview(organization, audience, values, place.time_zone);
  const send = useMutation({
    mutationFn: (given: ComposerOutput) =>
      api(createBulk, { ...audience, ...toBulkWords(given, place.time_zone) }, { organization }),
    onSuccess: ({ id }) => {
      router.push(`${base}/${id}`);
      router.refresh();
    },
    onError: (error) => showRefusal(error, form.setError, Object.keys(composerStart) as (keyof ComposerValues)[]),
  });
  const recipients = preview.data?.recipients ?? 0;
  const is_stale = preview.isPlaceholderData || preview.isFetching;
  const deed = values.when === "now" ? "Send to" : "Schedule for";
  return (
    <form
      noValidate
      // Enter in a field must not write to hundreds of people: only the button sends.
      onSubmit={(event) => event.preventDefault()}
      className="flex min-h-0 flex-1 flex-col"
      aria-label="Bulk message"
    >
      <div className="grid flex-1 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="px-gutter py-5">
          <div className="max-w-160">
            {form.formState.errors.root ? (
              <div className="mb-5">
                <FormRefusal message={form.formState.errors.root.message} />
              </div>
            ) : null}
            <ComposerFields form={form} audience={children} location_name={location_name} earliest={earliest} />
          </div>
        </div>
        <aside
          aria-label="What will happen"
          className="flex flex-col gap-6 border-line bg-surface-2 px-gutter py-5 max-lg:border-t lg:border-l"
        >
          <WhoGetsIt preview={preview.data} error={preview.error} is_stale={is_stale} place={place} />
          <HowItReads organization={organization} values={values} sample={preview.data?.sample ?? null} />
        </aside>
      </div>
      <div className="sticky bottom-0 z-1 flex items-center justify-end gap-2 border-line border-t bg-surface px-gutter py-3 max-md:static">
        <ButtonLink href={base} size="lg">
          Cancel
        </ButtonLink>
        <Button
          variant="primary"
          size="lg"
          onClick={form.handleSubmit((given) => send.mutate(given))}
          busy={send.isPending || send.isSuccess}
          disabled={recipients === 0 || is_stale}
        >
          {recipients === 0 ? "Nobody gets it" : `${deed} ${peopleWords(recipients, place.locale)}`}
        </Button>
      </div>
    </form>
  );
}
