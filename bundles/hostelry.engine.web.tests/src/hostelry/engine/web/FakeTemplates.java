package hostelry.engine.web;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.api.Templates;
import hostelry.model.DiskAttachment;
import hostelry.model.Template;
import hostelry.model.Vm;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Templates for the door's tests: made at once, with the attachments of the machine and none of its bytes. */
record FakeTemplates(FakeEngine engine) implements Templates {
    @Override
    public Act<Template> add(Caller caller, NewTemplate request) {
        Vm vm = engine.get(caller, Vm.class, request.vm());
        Template template = request.template();
        template.setStatus("ok");
        template.setMemory(vm.getMemory());
        Act<Template> act = engine.add(caller, "AddTemplate", template);
        for (DiskAttachment attachment : engine.list(caller, DiskAttachment.class)) {
            if (vm.getId().equals(attachment.getVm())) {
                DiskAttachment copy = EcoreUtil.copy(attachment);
                copy.setVm(null);
                copy.setTemplate(template.getId());
                engine.put(copy, "t-" + attachment.getId(), null);
            }
        }
        return act;
    }

    @Override
    public Act<Template> update(Caller caller, String template, Patch<Template> patch) {
        return engine.act(caller, "UpdateTemplate", () -> engine.apply(caller, Template.class, template, patch));
    }

    @Override
    public Act<Void> remove(Caller caller, String template) {
        return engine.dropping(caller, "RemoveTemplate", template);
    }
}
