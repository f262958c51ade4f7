import { useTranslation } from 'react-i18next'
import { channels, closableChannels, type Channel } from '#shared/domain/codes.ts'

/** The channels of a contact to come as a list to choose from; those that the customer closed say so and cannot be chosen (S7). */
export function useChannelChoices() {
  const { t } = useTranslation()
  return (closed: readonly Channel[], disable = true) =>
    channels.map((value) => {
      const label = t(`codes.channel.${value}`)
      const isClosed = closed.includes(value)
      return {
        value,
        label: isClosed ? `${label} (${t('privacy.doNotContact')})` : label,
        disabled: isClosed && disable,
      }
    })
}

/** The channel that is proposed in place of a closed one, as main does it. */
export const openChannel = (wanted: Channel, closed: readonly Channel[]): Channel =>
  closed.includes(wanted)
    ? (closableChannels.find((each) => !closed.includes(each)) ?? 'showroom_visit')
    : wanted
