package com.example.spring;

import io.kpigroups.application.port.Call;
import io.kpigroups.application.port.Deadline;
import java.util.List;
import java.util.Objects;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes the {@link Call} that a method of a controller takes: who asks, and until when. */
@Component
class CallResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {
  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Call.class;
  }

  @Override
  public Call resolveArgument(
      MethodParameter parameter,
      ModelAndViewContainer container,
      NativeWebRequest request,
      WebDataBinderFactory binders) {
    Authentication user = (Authentication) Objects.requireNonNull(request.getUserPrincipal());
    Object deadline = request.getAttribute(RequestBudget.DEADLINE, RequestAttributes.SCOPE_REQUEST);
    return new Call(Security.actor(user), (Deadline) Objects.requireNonNull(deadline));
  }
}
