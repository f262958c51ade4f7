import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { asFailure, isAnswered } from './failure.ts'
import { onTokenChange, setToken } from './token.ts'

const moreTries = 2

/** A session that ended elsewhere ends here too: the sign-in screen comes up by itself. */
function forgetEndedSession(error: unknown) {
  if (asFailure(error).code === 'NOT_SIGNED_IN') setToken(null)
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: forgetEndedSession }),
  mutationCache: new MutationCache({ onError: forgetEndedSession }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      staleTime: 2_000,
      // A refusal is an answer; only silence is worth asking again.
      retry: (failures, error) => !isAnswered(asFailure(error)) && failures < moreTries,
      retryDelay: 300,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

const ofNobody = ['setup.state', 'store.status']
// What one person has read is never shown to the next.
onTokenChange(() =>
  queryClient.removeQueries({ predicate: ({ queryKey }) => !ofNobody.includes(String(queryKey[0])) }),
)
