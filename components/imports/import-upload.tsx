"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Callout } from "@/components/ui/data/callout";
import { ProgressBar } from "@/components/ui/data/progress-bar";
import { FileDrop } from "@/components/ui/forms/file-drop";
import { uploadImport } from "@/lib/client/endpoints/imports";
import { upload } from "@/lib/client/upload";

const maxBytes = uploadImport.upload?.max_bytes ?? 0;

interface ImportUploadProps {
  organization: string;
  /** The default home location for rows without one. */
  location_id: string;
}

export function ImportUpload({ organization, location_id }: ImportUploadProps) {
  const router = useRouter();
  const [percent, setPercent] = useState(0);
  const send = useMutation({
    mutationFn: (file: File) =>
      upload(
        uploadImport,
        { file_name: file.name.slice(0, 200), location_id },
        {
          organization,
          // Windows reports CSV files with the type that Excel registered.
          body: new Blob([file], { type: "text/csv" }),
          onProgress: (share) => setPercent(Math.round(share * 100)),
        },
      ),
    onMutate: () => setPercent(0),
    onSuccess: ({ id }) => router.push(`/manage/${organization}/settings/import/${id}`),
  });
  const isBusy = send.isPending || send.isSuccess;
  const progressText = percent < 100 ? "Uploading file" : "Reading rows";
  return (
    <div className="flex flex-col gap-4">
      {send.error ? (
        <Callout tone="bad" role="alert" title="The file could not be uploaded">
          {send.error.message}
        </Callout>
      ) : null}
      <FileDrop
        label="Choose a CSV file or drop it here"
        hint="Up to 25 MB. Nothing is created until you confirm the import."
        accept=".csv,.txt,text/csv"
        max_bytes={maxBytes}
        disabled={isBusy}
        onFiles={([file]) => file && send.mutate(file)}
      />
      {isBusy ? (
        <div className="flex flex-col gap-2">
          <p className="flex justify-between text-ink-3" role="status">
            <span>{progressText}</span>
            <span aria-hidden="true">{percent < 100 ? `${percent} %` : null}</span>
          </p>
          <ProgressBar label={progressText} value={percent} max={100} />
        </div>
      ) : null}
    </div>
  );
}
