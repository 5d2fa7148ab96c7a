"use client";

import { Upload } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";

interface FileDropProps {
  /** Such as "Choose a CSV file or drop it here". */
  label: string;
  hint?: string;
  name?: string;
  /** Such as ".csv,text/csv". */
  accept?: string;
  multiple?: boolean;
  max_bytes?: number;
  onFiles?: (files: readonly File[]) => void;
  disabled?: boolean;
  id?: string;
  className?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
}

export function FileDrop(props: FileDropProps) {
  const { label, hint, name, accept, multiple, max_bytes, onFiles, disabled, className } = props;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const [problem, setProblem] = useState<string>();

  function acceptFiles(list: FileList | null) {
    const files = [...(list ?? [])].slice(0, multiple ? undefined : 1);
    if (files.length === 0) return;
    const tooLarge = max_bytes === undefined ? undefined : files.find((file) => file.size > max_bytes);
    setProblem(tooLarge ? `${tooLarge.name} is too large. The limit is ${megabytes(max_bytes ?? 0)}.` : undefined);
    if (tooLarge) {
      if (input.current) input.current.value = "";
      return;
    }
    setChosen(files.length === 1 ? files[0]?.name : `${files.length} files`);
    onFiles?.(files);
  }
  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (disabled || !input.current) return;
    input.current.files = event.dataTransfer.files;
    acceptFiles(event.dataTransfer.files);
  }

  return (
    <div className={className}>
      <label
        className="ui-drop"
        data-over={over ? "" : undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <Upload aria-hidden="true" className="size-5" />
        <span className="font-medium text-ink">{chosen ?? label}</span>
        {hint ? <span className="text-12">{hint}</span> : null}
        <input
          ref={input}
          type="file"
          className="sr-only"
          id={props.id}
          name={name}
          accept={accept}
          multiple={multiple}
          disabled={disabled}
          aria-describedby={props["aria-describedby"]}
          aria-invalid={props["aria-invalid"]}
          onChange={(event) => acceptFiles(event.target.files)}
        />
      </label>
      {problem ? (
        <p className="ui-error mt-1.5" role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
}

function megabytes(bytes: number) {
  return `${Math.round(bytes / 100_000) / 10} MB`;
}
