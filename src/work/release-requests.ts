/** What a release says of each force's answer: its state, what is known of it, and the files held. */
import type { Request, StatedState } from '#collection/read-requests.ts';
import { readNote } from '#figures/doubts.ts';
import type { Area, ForceRequest, RequestState } from '#tables/release.ts';
import type { ReadForce } from './read-returns.ts';

export function releaseRequests(
  areas: readonly Area[],
  requests: readonly Request[],
  returns: readonly ReadForce[],
  releaseNote: (note: string) => string | null,
): readonly ForceRequest[] {
  return areas
    .filter((area) => area.kind === 'force')
    .map((area): ForceRequest => {
      const request = requests.find(({ force }) => force === area.code);
      const sent = returns.find(({ force }) => force === area.code);
      const state = stateOf(request?.state ?? 'unknown');
      const basis = readNote(request?.note ?? '').basis.flatMap((sentence) => releaseNote(sentence) ?? []);
      return {
        force: area.code,
        state: state.state,
        sentences: [...state.sentences, ...(basis.length > 0 ? basis.map(asSentence) : noNote(request))],
        files: (sent?.files ?? []).map(({ file, sha256 }) => ({ file: `${sent?.folder}/${file}`, sha256 })),
      };
    });
}

/** Where the list does not say how a request ended, a reply that is held does. */
export function withReplies(requests: readonly Request[], returns: readonly ReadForce[]): readonly Request[] {
  const heard = new Map(returns.map(({ force, reading }) => [force, reading.outcome]));
  return requests.map((request) => {
    const outcome = heard.get(request.force);
    if (outcome === undefined || (request.state !== 'unknown' && request.state !== 'no-reply'))
      return request;
    return { ...request, state: outcome === 'full' ? 'answered' : outcome };
  });
}

function noNote(request: Request | undefined): readonly string[] {
  return request === undefined
    ? ['It is not in the list of requests, so nothing is known of its answer.']
    : [];
}

function asSentence(note: string): string {
  const text = note.charAt(0).toUpperCase() + note.slice(1);
  return /[.!?]["”]?$/.test(text) ? text : `${text}.`;
}

type Stated = { readonly state: RequestState; readonly sentences: readonly string[] };

/** A reply without an answer is no answer; what it was is said in words. */
function stateOf(state: StatedState): Stated {
  switch (state) {
    case 'clarification':
      return { state: 'no-reply', sentences: ['The force asked what was meant, and no answer followed.'] };
    case 'empty':
      return { state: 'no-reply', sentences: ['The form came back without figures.'] };
    case 'lost':
      return { state: 'no-reply', sentences: ['A reply was sent in which the figures are missing.'] };
    default:
      return { state, sentences: [] };
  }
}
