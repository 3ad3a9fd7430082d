import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { Tabs } from './Tabs'

const TABS = [
  { id: 'one', label: 'One' },
  { id: 'two', label: 'Two' },
  { id: 'three', label: 'Three' },
] as const

function Three() {
  const [selected, setSelected] = useState<'one' | 'two' | 'three'>('one')
  return <Tabs label="Numbers" tabs={TABS} selected={selected} onSelect={setSelected} />
}

const selected = () => screen.getByRole('tab', { selected: true })

describe('tabs', () => {
  it('is one stop for Tab; arrows, Home and End move, select and wrap around', async () => {
    const user = userEvent.setup()
    render(<Three />)
    await user.tab()
    expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'One' }))
    await user.keyboard('{ArrowLeft}')
    expect(selected().textContent).toBe('Three')
    expect(document.activeElement).toBe(selected())
    await user.keyboard('{ArrowRight}{ArrowRight}')
    expect(selected().textContent).toBe('Two')
    await user.keyboard('{End}')
    expect(selected().textContent).toBe('Three')
    await user.keyboard('{Home}')
    expect(selected().textContent).toBe('One')
    await user.tab()
    expect(screen.getAllByRole('tab')).not.toContain(document.activeElement)
  })
})
