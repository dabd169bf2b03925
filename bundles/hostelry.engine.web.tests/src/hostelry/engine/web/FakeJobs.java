package hostelry.engine.web;

import hostelry.api.Caller;
import hostelry.api.Jobs;
import hostelry.model.HostelryFactory;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import hostelry.model.Step;

/** Jobs of other people's making, for the door's tests. */
record FakeJobs(FakeEngine engine) implements Jobs {
    @Override
    public void cancel(Caller caller, String job) {
        engine.callers.add(caller);
    }

    @Override
    public Job begin(Caller caller, Job described) {
        Job job = HostelryFactory.eINSTANCE.createJob();
        job.setDescription(described.getDescription());
        job.setExternal(true);
        return engine.put(job, "job" + engine.numbers.incrementAndGet(), described.getDescription());
    }

    @Override
    public Job end(Caller caller, String job, JobStatus outcome) {
        return engine.edit(caller, Job.class, job, object -> object.setStatus(outcome));
    }

    @Override
    public void clear(Caller caller, String job) {
        engine.edit(caller, Job.class, job, object -> object.setAutoCleared(true));
    }

    @Override
    public Step beginStep(Caller caller, Step described) {
        Step step = HostelryFactory.eINSTANCE.createStep();
        step.setJob(described.getJob());
        step.setType(described.getType());
        step.setDescription(described.getDescription());
        return engine.put(step, "step" + engine.numbers.incrementAndGet(), described.getDescription());
    }

    @Override
    public Step endStep(Caller caller, String step, JobStatus outcome) {
        return engine.edit(caller, Step.class, step, object -> object.setStatus(outcome));
    }
}
