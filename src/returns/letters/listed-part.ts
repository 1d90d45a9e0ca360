/**
 * Whether the reply says that the rows it lists are a part of what its total counts: "Only the five most common offences
 * are listed", "the total has others too". Then rows that add up to less than the total contradict nothing.
 */

const LISTED =
  /\b(?:only|just|not\s+all|not\s+every|the\s+(?:\w+\s+)?(?:main|top|most\s+(?:common|frequent)))\b[^.;]*\b(?:offences?|crimes?|titles?|codes?|platforms?|apps?|categories|rows?)\b[^.;]*\b(?:listed|named|shown|given|set\s+out|(?:have|has|get)\s+(?:a|their\s+own)\s+rows?|rows?)\b/iu;
const NAMED_ONLY =
  /\b(?:only|just)\s+(?:the\s+)?(?:\w+\s+)?(?:named|listed|main|top|common|selected|most\s+common|requested)\b/iu;
const WIDER =
  /\b(?:totals?|all\s+row|overall\s+(?:figures?|numbers?))\b[^.;]*\b(?:has|have|holds?|includes?|contains?|counts?|covers?)\b[^.;]*\b(?:others?|not\s+(?:listed|named|shown)|also|more|every|all\s+(?:other|flagged))\b/iu;
const NO_SUM =
  /\b(?:rows?|figures?|offences?|numbers?|lines?|they)\b[^.;]*\b(?:do|does|will|may|need)\s+not\s+(?:add|sum)\s+(?:up\s+)?to\b/iu;

export function listsPartOnly(reply: readonly string[]): boolean {
  return reply.some(
    (line) => LISTED.test(line) || NAMED_ONLY.test(line) || WIDER.test(line) || NO_SUM.test(line),
  );
}
