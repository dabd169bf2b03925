package hostelry.engine.web;

import hostelry.api.Caller;
import hostelry.api.Events;
import hostelry.model.Event;
import hostelry.model.HostelryFactory;

/** Events of other people's making, for the door's tests. */
record FakeEvents(FakeEngine engine) implements Events {
    @Override
    public Event add(Caller caller, Event described) {
        Event event = HostelryFactory.eINSTANCE.createEvent();
        event.setDescription(described.getDescription());
        event.setOrigin(described.getOrigin());
        event.setSeverity(described.getSeverity());
        event.setCustomId(described.getCustomId());
        event.setIndex(engine.numbers.incrementAndGet());
        return engine.put(event, Long.toString(event.getIndex()), described.getDescription());
    }

    @Override
    public void remove(Caller caller, String event) {
        engine.nouns.remove(event);
    }
}
