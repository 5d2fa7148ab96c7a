import { Fragment } from "react";

/** Text with bold parts between asterisks. */
export function MarkedText({ text }: { text: string }) {
  let start = 0;
  return text.split("*").map((part, index) => {
    const key = start;
    start += part.length + 1;
    return <Fragment key={key}>{index % 2 === 1 ? <b>{part}</b> : part}</Fragment>;
  });
}
